package shop.web;

import java.io.IOException;

import dev.orm.error.DoesNotExistException;
import dev.orm.error.ValueConversionException;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Turns exceptions into the error page. */
@ControllerAdvice(annotations = Controller.class)
class PageProblems {

	@ExceptionHandler
	void missing(DoesNotExistException ex, HttpServletResponse response) throws IOException {
		response.sendError(HttpServletResponse.SC_NOT_FOUND);
	}

	/** What no column can hold, such as a text with the character 0. */
	@ExceptionHandler
	void impossible(ValueConversionException ex, HttpServletResponse response) throws IOException {
		response.sendError(HttpServletResponse.SC_BAD_REQUEST);
	}

}
