package dev.orm.boot.web;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** A way of tokens between an application and its clients. */
interface TokenWay {

	/**
	 * Return what a request tells.
	 * @param request the request
	 * @return the tokens; none, usually
	 */
	List<String> told(HttpServletRequest request);

	/**
	 * Let the client's next request tell a token.
	 * @param token the token
	 * @param request the request that wrote
	 * @param response its response, not on its way yet
	 */
	void tell(String token, HttpServletRequest request, HttpServletResponse response);

}
