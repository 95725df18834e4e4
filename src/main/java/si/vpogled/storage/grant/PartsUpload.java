package si.vpogled.storage.grant;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import si.vpogled.storage.Grant;
import si.vpogled.storage.ObjectStore;
import si.vpogled.storage.PartBuffer;
import si.vpogled.storage.StoreException;

/**
 * Sends an object part by part, by requests that somebody else signed. One that is not brought to its end is left as it
 * is: a process that takes this one's place begins it anew, and who granted it ends it.
 */
final class PartsUpload implements ObjectStore.Upload {
    private final Grant.Parts grant;
    private final SignedRequests requests;
    private final Iterator<Place> places;
    private final PartBuffer buffer;
    private final List<String> etags = new ArrayList<>();
    private final OutputStream stream = new Writing();
    private Place place;
    private boolean over;

    PartsUpload(Grant.Parts grant, InstantSource clock) throws StoreException {
        this.grant = grant;
        this.requests = new SignedRequests(grant, clock);
        this.places = grant.groups().stream()
                .flatMap(group -> group.signatures().stream().map(signature -> new Place(group.bytes(), signature)))
                .iterator();
        this.place = next();
        this.buffer = new PartBuffer(Math.toIntExact(place.bytes()));
    }

    /** Where a part goes. */
    private record Place(long bytes, String signature) {}

    private Place next() throws StoreException {
        if (places.hasNext()) {
            return places.next();
        }
        throw new StoreException(
                StoreException.Kind.MISCONFIGURED,
                "The extract is longer than its run was granted: raise limits.bytes of the connector's definition");
    }

    @Override
    public OutputStream stream() {
        return stream;
    }

    /** Whoever seals into it closes it, which means nothing here. */
    private final class Writing extends OutputStream {
        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            checkOpen();
            int taken = 0;
            while (taken < length) {
                if (buffer.isFull()) {
                    send();
                    place = next();
                    buffer.clear(Math.toIntExact(place.bytes()));
                }
                taken += buffer.add(bytes, offset + taken, length - taken);
            }
        }
    }

    private void checkOpen() throws IOException {
        if (over) {
            throw new IOException("The upload is over, or failed before");
        }
    }

    /** A part that could not be sent ends the upload: there is no object with a gap. */
    private void send() throws IOException {
        over = true;
        String url = grant.part()
                .url()
                .replace("{part}", Integer.toString(etags.size() + 1))
                .replace("{signature}", place.signature());
        etags.add(requests.send(
                        new Grant.Request(
                                grant.part().method(), url, grant.part().headers()),
                        buffer,
                        Map.of("Content-MD5", buffer.md5()))
                .etag());
        over = false;
    }

    @Override
    public void commit() throws IOException {
        checkOpen();
        if (!buffer.isEmpty() || etags.isEmpty()) {
            send();
        }
        over = true;
        byte[] list = list().getBytes(StandardCharsets.UTF_8);
        PartBuffer body = new PartBuffer(list.length);
        body.add(list, 0, list.length);
        requests.send(grant.complete(), body, Map.of("Content-Type", "application/xml"));
    }

    private String list() {
        StringBuilder list =
                new StringBuilder("<CompleteMultipartUpload xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">");
        for (int number = 1; number <= etags.size(); number++) {
            list.append("<Part><PartNumber>")
                    .append(number)
                    .append("</PartNumber><ETag>")
                    .append(etags.get(number - 1).replace("&", "&amp;").replace("<", "&lt;"))
                    .append("</ETag></Part>");
        }
        return list.append("</CompleteMultipartUpload>").toString();
    }

    @Override
    public void close() {
        over = true;
    }
}
