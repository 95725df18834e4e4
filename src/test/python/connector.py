#!/usr/bin/env python3
"""A connector in another language than the service's: all it knows of Vpogled is the contract of orders,
grants and extracts.

It answers for every item of its order: those that its arguments name are found, each as one file, and nothing is held
of the others. Needs the library `cryptography`.
"""

import base64
import datetime
import hashlib
import hmac
import io
import json
import os
import ssl
import struct
import sys
import urllib.request
import zipfile

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

MISCONFIGURED = 64
UNAVAILABLE = 69
SEGMENT = 1 << 14


def extract(salt, key):
    return hmac.new(salt or bytes(32), key, hashlib.sha256).digest()


def expand(key, info, length):
    out, block = b"", b""
    while len(out) < length:
        block = hmac.new(key, block + info + bytes([len(out) // 32 + 1]), hashlib.sha256).digest()
        out += block
    return out[:length]


def labelled_extract(suite, salt, label, key):
    return extract(salt, b"HPKE-v1" + suite + label + key)


def labelled_expand(suite, key, label, info, length):
    return expand(key, struct.pack(">H", length) + b"HPKE-v1" + suite + label + info, length)


def hpke(recipient, info, plain):
    """RFC 9180, base mode: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM."""
    ephemeral = X25519PrivateKey.generate()
    encapsulated = ephemeral.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    kem = b"KEM" + struct.pack(">H", 0x0020)
    shared = ephemeral.exchange(X25519PublicKey.from_public_bytes(recipient))
    secret = labelled_extract(kem, b"", b"eae_prk", shared)
    secret = labelled_expand(kem, secret, b"shared_secret", encapsulated + recipient, 32)
    suite = b"HPKE" + struct.pack(">HHH", 0x0020, 0x0001, 0x0002)
    context = bytes([0])
    context += labelled_extract(suite, b"", b"psk_id_hash", b"")
    context += labelled_extract(suite, b"", b"info_hash", info)
    secret = labelled_extract(suite, secret, b"secret", b"")
    key = labelled_expand(suite, secret, b"key", context, 32)
    nonce = labelled_expand(suite, secret, b"base_nonce", context, 12)
    return encapsulated + AESGCM(key).encrypt(nonce, plain, b"")


def sealed(recipient, context, plain):
    """The head, then AES-GCM-HKDF streaming: segments of 16 KiB, each with its number and whether it is the last."""
    key, salt, prefix = os.urandom(32), os.urandom(32), os.urandom(7)
    encapsulation = hpke(recipient, context, key)
    out = b"VPOGLED\x02" + struct.pack(">H", len(encapsulation)) + encapsulation
    out += bytes([1 + len(salt) + len(prefix)]) + salt + prefix
    segments = AESGCM(expand(extract(salt, key), context, 32))
    first = SEGMENT - 1 - len(salt) - len(prefix) - 16
    parts = [plain[:first]] + [plain[i:i + SEGMENT - 16] for i in range(first, len(plain), SEGMENT - 16)]
    for number, part in enumerate(parts):
        last = number == len(parts) - 1
        out += segments.encrypt(prefix + struct.pack(">IB", number, last), part, None)
    return out


def archive(order, wanted):
    started = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    content = io.BytesIO()
    items, lines = [], []
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as made:
        for item in order["items"]:
            if item not in wanted:
                items.append({"item": item, "outcome": "none-held", "records": 0})
                continue
            service, row, collection = item.split(".")
            name = f"{service}/{row}/{collection}/index.html"
            page = "<!doctype html><title>Dober dan</title>".encode()
            made.writestr("data/" + name, page)
            lines.append({"name": name, "collection": collection, "items": [item], "kind": "file",
                          "mediaType": "text/html", "size": len(page), "sha512": hashlib.sha512(page).hexdigest(),
                          "records": 0})
            items.append({"item": item, "outcome": "found", "records": 1})
        made.writestr("entries.jsonl", "".join(json.dumps(line) + "\n" for line in lines))
        made.writestr("outcome.json", json.dumps(
            {"version": 1, "run": order["run"], "attempt": order["attempt"], "connector": order["connector"],
             "started": started, "ended": started, "items": items, "identifiers": [], "doubts": [], "remarks": []}))
    return content.getvalue()


def store(grant, content):
    """The grant lets this process write its extract and nothing else: part by part, or as a file of its own folder."""
    if grant["kind"] == "file":
        write(grant["path"], content)
    else:
        send(grant, content)


def send(grant, content):
    """Plain HTTP: the requests are signed already."""
    etags, at = [], 0
    for size, signature in ((group["bytes"], one) for group in grant["groups"] for one in group["signatures"]):
        part = content[at:at + size]
        url = grant["part"]["url"].replace("{part}", str(len(etags) + 1)).replace("{signature}", signature)
        md5 = base64.b64encode(hashlib.md5(part).digest()).decode()
        etags.append(ask(grant, grant["part"], url, part, {"Content-MD5": md5})[0])
        at += size
        if at >= len(content):
            break
    else:
        raise OSError("more than was granted")
    parts = "".join(f"<Part><PartNumber>{number}</PartNumber><ETag>{etag}</ETag></Part>"
                    for number, etag in enumerate(etags, 1))
    body = f"<CompleteMultipartUpload>{parts}</CompleteMultipartUpload>".encode()
    if b"<Error>" in ask(grant, grant["complete"], grant["complete"]["url"], body, {})[1]:
        raise OSError("not completed")


def ask(grant, request, url, body, more):
    trusted = ssl.create_default_context(cadata=grant["authorities"]) if "authorities" in grant else None
    headers = {"Content-Type": "application/octet-stream", **request["headers"], **more}
    asked = urllib.request.Request(url, data=body, headers=headers, method=request["method"])
    with urllib.request.urlopen(asked, timeout=60, context=trusted) as answer:
        return answer.headers.get("ETag"), answer.read()


def write(path, content):
    """It appears whole or not at all, and the folder's group may read it."""
    os.umask(0o027)
    with open(path + ".part", "wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    os.rename(path + ".part", path)


def told(name):
    with open(os.environ[name], encoding="utf-8") as file:
        return json.load(file)


def main():
    try:
        order, grant = told("VPOGLED_ORDER"), told("VPOGLED_GRANT")
    except (KeyError, OSError, ValueError):
        print("The order or the grant cannot be read", file=sys.stderr)
        return MISCONFIGURED
    recipient = base64.urlsafe_b64decode(order["recipient"]["x"] + "=")
    context = f"vpogled extract 1 {order['run']} {order['attempt']}".encode()
    try:
        content = sealed(recipient, context, archive(order, sys.argv[1:]))
        print(json.dumps({"progress": {"records": len(sys.argv) - 1, "bytes": len(content)}}), flush=True)
        store(grant, content)
    except OSError:
        print("The store cannot be written to", file=sys.stderr)
        return UNAVAILABLE
    print(json.dumps({"run": order["run"], "attempt": order["attempt"]}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
