package dev.orm.boot.web;

import java.util.List;

import dev.orm.cluster.ConsistencyTokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Takes in what requests tell, and tells what they wrote. Thread-safe. */
final class TokenExchange {

	private final ConsistencyTokens tokens;

	private final List<TokenWay> ways;

	TokenExchange(ConsistencyTokens tokens, List<TokenWay> ways) {
		this.tokens = tokens;
		this.ways = List.copyOf(ways);
	}

	/** Let the thread's unit of work see what its request tells. */
	void take(HttpServletRequest request) {
		this.ways.forEach((way) -> way.told(request).forEach(this.tokens::require));
	}

	/**
	 * Tell what the thread's unit of work wrote.
	 * @param last what the client was told of it before
	 * @return what the client knows now; the same if nothing was written since
	 */
	String tell(String last, HttpServletRequest request, HttpServletResponse response) {
		if (!this.tokens.isWritten()) {
			return last;
		}
		String token = this.tokens.current().orElse(last);
		if (!token.equals(last)) {
			this.ways.forEach((way) -> way.tell(token, request, response));
		}
		return token;
	}

}
