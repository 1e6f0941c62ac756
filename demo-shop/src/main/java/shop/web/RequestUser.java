package shop.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import dev.orm.automatic.CurrentUser;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.WebUtils;

/**
 * Says who writes: whom the header {@code X-User} names, or else the cookie that the form
 * at the top of each page sets, as the shop has no log-in.
 */
@Component
public class RequestUser implements CurrentUser {

	/** The cookie with the name, encoded as in an address. */
	static final String COOKIE = "shop-user";

	/** What the columns take. */
	static final int LENGTH = 150;

	@Override
	public Optional<String> get() {
		return (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)
				? of(attributes.getRequest()) : Optional.empty();
	}

	static Optional<String> of(HttpServletRequest request) {
		return Optional.ofNullable(request.getHeader("X-User"))
			.or(() -> Optional.ofNullable(WebUtils.getCookie(request, COOKIE)).map(RequestUser::decoded))
			.map(String::strip)
			.filter((name) -> !name.isEmpty() && name.length() <= LENGTH
					&& name.chars().noneMatch(Character::isISOControl));
	}

	private static String decoded(Cookie cookie) {
		try {
			return URLDecoder.decode(cookie.getValue(), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

}
