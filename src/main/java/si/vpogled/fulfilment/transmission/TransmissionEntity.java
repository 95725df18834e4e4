package si.vpogled.fulfilment.transmission;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@Entity
@Table(name = "transmission")
class TransmissionEntity {
    @Id
    UUID id;

    @Column(name = "request_id")
    UUID request;

    int bundle;
    String destination;
    String host;
    String fingerprint;

    /** Sealed to the request's key; gone when the transmission ends. */
    byte[] secret;

    @Enumerated(EnumType.STRING)
    Transmission.State state;

    /** Counts every try, whoever begins it: one with an older number changes nothing any more. */
    int attempt;

    long size;
    String sha256;
    String answer;

    @Enumerated(EnumType.STRING)
    DestinationException.Reason fault;

    @Column(name = "named_at")
    Instant namedAt;

    @Column(name = "ended_at")
    Instant endedAt;

    void end(Transmission.State how, Instant now) {
        state = how;
        secret = null;
        endedAt = now;
    }

    Transmission view() {
        return new Transmission(
                id,
                bundle,
                destination,
                state,
                size,
                sha256,
                answer,
                Optional.ofNullable(fault),
                namedAt,
                Optional.ofNullable(endedAt));
    }
}
