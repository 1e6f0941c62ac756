package dev.orm.boot.web;

import java.util.Collections;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** A header, which clients send back. */
final class HeaderWay implements TokenWay {

	static final String NAME = "Orm-Read-After";

	@Override
	public List<String> told(HttpServletRequest request) {
		return Collections.list(request.getHeaders(NAME));
	}

	@Override
	public void tell(String token, HttpServletRequest request, HttpServletResponse response) {
		response.setHeader(NAME, token);
	}

}
