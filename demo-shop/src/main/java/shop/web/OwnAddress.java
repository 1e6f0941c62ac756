package shop.web;

import java.util.regex.Pattern;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;

/** Addresses of this shop, to come back to. */
public final class OwnAddress {

	/** Nothing that leads elsewhere, and nothing a redirect would take for a variable. */
	private static final Pattern OWN = Pattern.compile("/(?![/\\\\])[^{}\\\\\\s\\p{Cntrl}]*");

	private static final String HOME = "/";

	private OwnAddress() {
	}

	/**
	 * Return an address that somebody gave if it is one of this shop, else the first
	 * page.
	 */
	public static String or(String given) {
		return OWN.matcher(given).matches() ? given : HOME;
	}

	/** Return the address of the page that is asked for, which can be asked for again. */
	static String of(HttpServletRequest request) {
		if (!request.getMethod().equals("GET") || request.getDispatcherType() != DispatcherType.REQUEST) {
			return HOME;
		}
		String query = request.getQueryString();
		return or(request.getRequestURI() + ((query != null) ? "?" + query : ""));
	}

}
