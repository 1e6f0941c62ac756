package dev.orm.boot.actuate;

import java.util.List;

import dev.orm.observe.EndedWork;
import dev.orm.observe.RequestLog;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/**
 * {@link Endpoint @Endpoint} that shows what the statements of the last hundred requests
 * and jobs came to. Shows no values.
 *
 * @since 0.1.0
 */
@Endpoint(id = "ormrequests", defaultAccess = Access.READ_ONLY)
public class OrmRequestsEndpoint {

	private final RequestLog requests;

	/**
	 * Create the endpoint.
	 * @param requests the last requests
	 */
	public OrmRequestsEndpoint(RequestLog requests) {
		this.requests = requests;
	}

	/**
	 * List the last requests and jobs that asked a database.
	 * @return the requests, the latest first
	 */
	@ReadOperation
	public RequestsDescriptor requests() {
		return new RequestsDescriptor(this.requests.last());
	}

	/**
	 * Requests and jobs.
	 *
	 * @param requests the requests, the latest first
	 */
	public record RequestsDescriptor(List<EndedWork> requests) implements OperationResponseBody {

	}

}
