package si.vpogled.web.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/**
 * A body that is not there has no type. Clients such as {@code curl -d ''} send one all the same, and the check of
 * forms' tokens would take the request for a form.
 */
@Provider
@PreMatching
class EmptyBody implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        boolean empty = (length == null || length.equals("0")) && request.getHeaderString("Transfer-Encoding") == null;
        if (empty && request.getUriInfo().getPath().startsWith("/api/")) {
            request.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
        }
    }
}
