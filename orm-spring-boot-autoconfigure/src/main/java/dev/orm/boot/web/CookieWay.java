package dev.orm.boot.web;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** A cookie, which browsers send back for as long as a replica may be late. */
final class CookieWay implements TokenWay {

	static final String NAME = "orm-read-after";

	private final Supplier<Duration> age;

	CookieWay(Supplier<Duration> age) {
		this.age = age;
	}

	@Override
	public List<String> told(HttpServletRequest request) {
		Cookie[] cookies = request.getCookies();
		return (cookies == null) ? List.of()
				: Stream.of(cookies).filter((cookie) -> cookie.getName().equals(NAME)).map(Cookie::getValue).toList();
	}

	@Override
	public void tell(String token, HttpServletRequest request, HttpServletResponse response) {
		String root = request.getContextPath();
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(NAME, token)
					.httpOnly(true)
					.secure(request.isSecure())
					.sameSite("Lax")
					.path(root.isEmpty() ? "/" : root)
					.maxAge(this.age.get())
					.build()
					.toString());
	}

}
