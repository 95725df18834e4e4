package si.vpogled.connector.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import si.vpogled.subject.IdentifierKind;

/**
 * How a backend is told that data are on hold (ZVOP-2 Art. 21), so that it erases and alters nothing by itself.
 *
 * @param per told once for each known identifier of this kind
 * @param place by what means, as the transport's schema of erasing says
 * @param release the same for a hold's end
 */
public record HoldDefinition(String source, IdentifierKind per, ObjectNode place, ObjectNode release) {}
