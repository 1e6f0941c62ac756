package dev.orm.boot.web;

import java.io.IOException;
import java.io.PrintWriter;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/** Tells of the request's work before the response is on its way. */
final class TellingResponse extends HttpServletResponseWrapper {

	private final HttpServletRequest request;

	private final RequestWork work;

	private final ResponseHeaders headers;

	TellingResponse(HttpServletRequest request, HttpServletResponse response, RequestWork work,
			ResponseHeaders headers) {
		super(response);
		this.request = request;
		this.work = work;
		this.headers = headers;
	}

	void tell() {
		this.work.tell(this.headers, this.request, (HttpServletResponse) getResponse());
	}

	@Override
	public void sendRedirect(String location) throws IOException {
		tell();
		super.sendRedirect(location);
	}

	@Override
	public void sendRedirect(String location, int status, boolean clearBuffer) throws IOException {
		tell();
		super.sendRedirect(location, status, clearBuffer);
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

	@Override
	public void reset() {
		super.reset();
		this.work.forget();
	}

}
