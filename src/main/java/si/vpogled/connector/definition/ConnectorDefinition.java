package si.vpogled.connector.definition;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import si.vpogled.connector.Order;
import si.vpogled.inventory.ItemId;
import si.vpogled.subject.IdentifierKind;
import si.vpogled.text.Text;

/**
 * One backend, as {@code <connector>.yaml} describes it.
 *
 * @param version of this format, 1
 * @param connector the name that inventory items refer to
 * @param needs runs as soon as an identifier of any of these kinds is known
 * @param yields kinds of identifier that its identification adds
 * @param concurrency how many runs at once, over all cases
 * @param limits of one run
 * @param sources the ways in
 * @param identify steps from one identifier to others, in order
 * @param collections what is read
 * @param job where a cluster carries it out, what its Job needs; empty where that is nothing of its own
 * @param hold how the backend is told of holds; empty where it cannot be told
 */
public record ConnectorDefinition(
        int version,
        String connector,
        Text title,
        List<IdentifierKind> needs,
        List<IdentifierKind> yields,
        int concurrency,
        Order.Limits limits,
        List<SourceDefinition> sources,
        List<IdentifyDefinition> identify,
        List<CollectionDefinition> collections,
        Optional<JobDefinition> job,
        Optional<HoldDefinition> hold) {
    public ConnectorDefinition {
        hold = hold == null ? Optional.empty() : hold;
        needs = List.copyOf(needs);
        yields = yields == null ? List.of() : List.copyOf(yields);
        sources = List.copyOf(sources);
        identify = identify == null ? List.of() : List.copyOf(identify);
        collections = List.copyOf(collections);
        job = job == null ? Optional.empty() : job;
    }

    /** The variables of the environment that its settings name. */
    public Set<String> variables() {
        return sources.stream()
                .flatMap(source -> Placeholders.names(source.settings()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether its settings refer to a secret. */
    public boolean usesSecrets() {
        return sources.stream().anyMatch(source -> source.settings().findValue("secret") != null);
    }

    /** Every inventory item that some collection answers for. */
    public List<ItemId> items() {
        return collections.stream()
                .flatMap(collection -> collection.items().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * What its Job in a cluster needs, where that is not what every connector needs.
     *
     * @param image of a connector that is somebody's own program; without it the service's
     * @param command what is started in it; without it what the image says, or in the service's the connector job
     * @param secret the name of the Secret with its credentials; without it {@code vpogled-connector-<connector>}
     * @param requests by resource, as Kubernetes writes quantities: {@code cpu: 500m}
     * @param limits by resource: {@code memory: 1Gi}
     */
    public record JobDefinition(
            Optional<String> image,
            List<String> command,
            Optional<String> secret,
            Map<String, String> requests,
            Map<String, String> limits) {
        public JobDefinition {
            command = command == null ? List.of() : List.copyOf(command);
            requests = requests == null ? Map.of() : Map.copyOf(requests);
            limits = limits == null ? Map.of() : Map.copyOf(limits);
        }
    }

    /**
     * From one identifier to others.
     *
     * @param from runs once for each known identifier of this kind
     * @param read what the transport is to read
     * @param yields where in each row the identifiers of a kind stand
     * @param contactChanged where in each row the day stands on which the contact last changed; a row whose day lies
     *     within the cooling-off days yields a doubt instead of identifiers
     */
    public record IdentifyDefinition(
            String source,
            IdentifierKind from,
            ObjectNode read,
            Map<IdentifierKind, String> yields,
            Optional<String> contactChanged) {}

    /**
     * Records or files of one kind, delivered under {@code data/<service>/<row>/<id>}.
     *
     * @param services the collection is read once for each, with {@code :service} bound
     * @param row of the inventory
     * @param per read once for each known identifier of this kind; all into one collection
     * @param as what becomes of it
     * @param item for files, mail and listings: the item they answer for
     * @param carries for files and mail: further items that stand in each file, so that none of them can be withheld
     *     without the file
     * @param fields for records, the columns in order
     * @param logins for a log that is matched: where further names stand that its lines know the account by
     * @param contactChanged for records: where in each row the day stands on which the contact that leads to it last
     *     changed; a row whose day lies within the cooling-off days is left out
     * @param doubtful for records: where in each row it stands whether what leads to it may have been somebody else's
     *     when it was written; a row where anything but a no stands is left out
     * @param erasure how its records go; without it nothing of it is erased by this connector
     */
    public record CollectionDefinition(
            String id,
            Text title,
            String source,
            List<String> services,
            String row,
            IdentifierKind per,
            Form as,
            Optional<String> item,
            List<String> carries,
            ObjectNode read,
            List<FieldDefinition> fields,
            Optional<RetentionDefinition> retention,
            Optional<LoginsDefinition> logins,
            Optional<String> contactChanged,
            Optional<String> doubtful,
            Optional<ErasureDefinition> erasure) {
        public CollectionDefinition {
            erasure = erasure == null ? Optional.empty() : erasure;
            doubtful = doubtful == null ? Optional.empty() : doubtful;
            contactChanged = contactChanged == null ? Optional.empty() : contactChanged;
            logins = logins == null ? Optional.empty() : logins;
            services = List.copyOf(services);
            as = as == null ? Form.RECORDS : as;
            carries = carries == null ? List.of() : List.copyOf(carries);
            fields = fields == null ? List.of() : List.copyOf(fields);
        }

        /** The items that it answers for: its own, those that its files carry, and those of its fields. */
        public List<ItemId> items() {
            return services.stream()
                    .flatMap(service -> itemPlaces().keySet().stream().map(name -> new ItemId(service, row, name)))
                    .toList();
        }

        /** Names of the items that it answers for, with the JSON Pointer, within it, to the first place that says so. */
        SequencedMap<String, String> itemPlaces() {
            SequencedMap<String, String> places = new LinkedHashMap<>();
            item.ifPresent(name -> places.put(name, "/item"));
            for (int i = 0; i < carries.size(); i++) {
                places.putIfAbsent(carries.get(i), "/carries/" + i);
            }
            for (int i = 0; i < fields.size(); i++) {
                String place = "/fields/" + i + "/item";
                fields.get(i).item().ifPresent(name -> places.putIfAbsent(name, place));
            }
            return places;
        }

        /** Names of the items that each record or file counts for as a whole. */
        public List<String> whole() {
            return Stream.concat(item.stream(), carries.stream()).toList();
        }
    }

    /** What becomes of a collection in the bundle. */
    public enum Form {
        /** {@code <id>.json} and {@code <id>.csv}. */
        @JsonProperty("records")
        RECORDS,
        /** Records, and besides them {@code <id>.vcf} (vCard 4, RFC 6350). */
        @JsonProperty("contacts")
        CONTACTS,
        /** Files as they are, in a folder {@code <id>/}. */
        @JsonProperty("files")
        FILES,
        /** Messages, one mbox (RFC 4155) per folder of the mailbox, in {@code <id>/}. */
        @JsonProperty("mail")
        MAIL
    }

    /**
     * @param name key in JSON, column in CSV
     * @param from where the value stands in the source's row
     * @param item name of the inventory item within the cell; without it the field is context (a number, a date)
     * @param secret only whether a value is held is told
     * @param redact regular expressions whose groups are blacked out, for a password inside a message; {@code passwords}
     *     for the usual ways of writing one; a text in which none is found is blacked out as a whole
     * @param vcard for contacts, the vCard property: {@code FN}, {@code EMAIL}, {@code TEL}, {@code ORG}, {@code NOTE}
     * @param ofAnother where in each row it stands whether the value is another person's: of one where anything but a no
     *     stands, only that there is one is told (GDPR Art. 15(4))
     */
    public record FieldDefinition(
            String name,
            String from,
            Text label,
            FieldType type,
            Optional<String> item,
            boolean secret,
            List<String> redact,
            Optional<String> vcard,
            Optional<String> ofAnother) {
        public FieldDefinition {
            ofAnother = ofAnother == null ? Optional.empty() : ofAnother;
            type = type == null ? FieldType.TEXT : type;
            redact = redact == null ? List.of() : List.copyOf(redact);
        }
    }

    /** How a value is written: text, whole number, decimal (as text, exact), yes or no, day, instant. */
    public enum FieldType {
        @JsonProperty("text")
        TEXT,
        @JsonProperty("integer")
        INTEGER,
        @JsonProperty("decimal")
        DECIMAL,
        @JsonProperty("boolean")
        BOOLEAN,
        @JsonProperty("date")
        DATE,
        @JsonProperty("time")
        TIME
    }
}
