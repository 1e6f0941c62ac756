package dev.orm.boot.web;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

/** The session of the client, which all instances share. */
final class SessionWay implements TokenWay {

	static final String NAME = "dev.orm.read-after";

	@Override
	public List<String> told(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return (session != null && session.getAttribute(NAME) instanceof String token) ? List.of(token) : List.of();
	}

	@Override
	public void tell(String token, HttpServletRequest request, HttpServletResponse response) {
		request.getSession().setAttribute(NAME, token);
	}

}
