#!/usr/bin/env python3
"""A connector in another language than the service's: all it knows of Vpogled is the contract of orders and extracts.

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
import struct
import sys
import urllib.parse
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


def put(destination, content):
    """One request to an S3 store whose requests name the bucket in their path, signed with AWS Signature Version 4."""
    setting = lambda name: os.environ["VPOGLED_STORE_S3_" + name]
    url = urllib.parse.urlsplit(f"{setting('ENDPOINT')}/{setting('BUCKET')}/{destination}")
    time = datetime.datetime.now(datetime.timezone.utc).strftime("%Y%m%dT%H%M%SZ")
    scope = f"{time[:8]}/{os.environ.get('VPOGLED_STORE_S3_REGION', 'us-east-1')}/s3/aws4_request"
    headers = {"host": url.netloc, "x-amz-content-sha256": hashlib.sha256(content).hexdigest(), "x-amz-date": time}
    names = ";".join(headers)
    canonical = "".join(f"{name}:{value}\n" for name, value in headers.items())
    canonical = f"PUT\n{url.path}\n\n{canonical}\n{names}\n{headers['x-amz-content-sha256']}"
    key = ("AWS4" + setting("SECRET_KEY")).encode()
    for part in scope.split("/"):
        key = hmac.new(key, part.encode(), hashlib.sha256).digest()
    text = f"AWS4-HMAC-SHA256\n{time}\n{scope}\n{hashlib.sha256(canonical.encode()).hexdigest()}"
    signature = hmac.new(key, text.encode(), hashlib.sha256).hexdigest()
    headers["authorization"] = (f"AWS4-HMAC-SHA256 Credential={setting('ACCESS_KEY')}/{scope}, "
                                f"SignedHeaders={names}, Signature={signature}")
    headers["content-type"] = "application/octet-stream"
    request = urllib.request.Request(url.geturl(), data=content, headers=headers, method="PUT")
    urllib.request.urlopen(request, timeout=60).close()


def store(destination, content):
    if os.environ.get("VPOGLED_STORE_KIND") == "s3":
        put(destination, content)
    else:
        write(destination, content)


def write(destination, content):
    """An object of a store that is a folder appears whole or not at all."""
    root = os.environ["VPOGLED_STORE_DIRECTORY"]
    target = os.path.join(root, destination)
    os.umask(0o077)
    os.makedirs(os.path.dirname(target), exist_ok=True)
    os.makedirs(os.path.join(root, ".uploads"), exist_ok=True)
    beside = os.path.join(root, ".uploads", destination.replace("/", "-"))
    with open(beside, "wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    os.link(beside, target)
    os.unlink(beside)


def main():
    try:
        with open(os.environ["VPOGLED_ORDER"], encoding="utf-8") as file:
            order = json.load(file)
    except (KeyError, OSError, ValueError):
        print("The order cannot be read", file=sys.stderr)
        return MISCONFIGURED
    recipient = base64.urlsafe_b64decode(order["recipient"]["x"] + "=")
    context = f"vpogled extract 1 {order['run']} {order['attempt']}".encode()
    try:
        store(order["destination"], sealed(recipient, context, archive(order, sys.argv[1:])))
    except OSError:
        print("The store cannot be written to", file=sys.stderr)
        return UNAVAILABLE
    print(json.dumps({"run": order["run"], "attempt": order["attempt"]}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
