package shop.web;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.stream.Stream;

import dev.orm.cluster.ConsistencyTokens;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** Says what the request wrote, once, before the response is on its way. */
// tag::response[]
final class TellingResponse extends HttpServletResponseWrapper {

	/** As long as a replica may be late, twice. */
	private static final Duration AGE = Duration.ofSeconds(10);

	private final boolean secure;

	private final ConsistencyTokens tokens;

	private boolean told;

	TellingResponse(HttpServletResponse response, boolean secure, ConsistencyTokens tokens) {
		super(response);
		this.secure = secure;
		this.tokens = tokens;
	}

	static @Nullable String cookie(HttpServletRequest request) {
		Cookie[] cookies = request.getCookies();
		return (cookies == null) ? null
				: Stream.of(cookies)
					.filter((cookie) -> cookie.getName().equals(UnitOfWorkFilter.COOKIE))
					.map(Cookie::getValue)
					.findFirst()
					.orElse(null);
	}

	void tell() {
		if (!this.told && !isCommitted()) {
			this.told = true;
			this.tokens.current().ifPresent((token) -> {
				setHeader(UnitOfWorkFilter.HEADER, token);
				addHeader(HttpHeaders.SET_COOKIE,
						ResponseCookie.from(UnitOfWorkFilter.COOKIE, token)
							.httpOnly(true)
							.secure(this.secure)
							.sameSite("Lax")
							.path("/")
							.maxAge(AGE)
							.build()
							.toString());
			});
		}
	}

	@Override
	public void sendRedirect(String location) throws IOException {
		tell();
		super.sendRedirect(location);
	}

	@Override
	public void sendError(int status) throws IOException {
		tell();
		super.sendError(status);
	}

	@Override
	public void sendError(int status, String message) throws IOException {
		tell();
		super.sendError(status, message);
	}

	@Override
	public void flushBuffer() throws IOException {
		tell();
		super.flushBuffer();
	}

	@Override
	public PrintWriter getWriter() throws IOException {
		tell();
		return super.getWriter();
	}

	@Override
	public ServletOutputStream getOutputStream() throws IOException {
		tell();
		return super.getOutputStream();
	}

}
// end::response[]
