package shop.web;

import java.util.List;

import dev.orm.error.DoesNotExistException;
import dev.orm.error.ValueConversionException;
import org.jspecify.annotations.Nullable;
import shop.order.InvalidOrderException;
import shop.order.SoldOutException;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/**
 * Turns exceptions of JSON endpoints into problem details (RFC 9457). Ahead of the pages:
 * an endpoint is a controller too.
 */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblems extends ResponseEntityExceptionHandler {

	@ExceptionHandler
	ProblemDetail missing(DoesNotExistException ex) {
		return problem(HttpStatus.NOT_FOUND, "There is nothing of that key");
	}

	@ExceptionHandler
	ProblemDetail impossible(ValueConversionException ex) {
		return problem(HttpStatus.BAD_REQUEST, "A value is none that a column could hold");
	}

	@ExceptionHandler
	ProblemDetail soldOut(SoldOutException ex) {
		return problem(HttpStatus.CONFLICT, ex.getMessage());
	}

	@ExceptionHandler
	ProblemDetail invalid(InvalidOrderException ex) {
		return problem(HttpStatus.BAD_REQUEST, ex.getMessage());
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		ProblemDetail body = ex.getBody();
		body.setProperty("errors", ex.getFieldErrors().stream().map(Invalid::of).toList());
		return handleExceptionInternal(ex, body, headers, status, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		ProblemDetail body = problem((HttpStatus) status, "The request is not what was expected");
		if (ex.getCause() instanceof JacksonException cause && !cause.getPath().isEmpty()) {
			body.setProperty("errors", List.of(new Invalid(path(cause.getPath()), "is not of the right type")));
		}
		return handleExceptionInternal(ex, body, headers, status, request);
	}

	/** As validation writes it: {@code lines[0].quantity}. */
	private static String path(List<JacksonException.Reference> references) {
		StringBuilder path = new StringBuilder();
		for (JacksonException.Reference reference : references) {
			if (reference.getPropertyName() == null) {
				path.append('[').append(reference.getIndex()).append(']');
			}
			else {
				path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
			}
		}
		return path.toString();
	}

	private static ProblemDetail problem(HttpStatus status, @Nullable String detail) {
		ProblemDetail problem = ProblemDetail.forStatus(status);
		problem.setDetail(detail);
		return problem;
	}

	/**
	 * A part of a request that cannot be accepted.
	 *
	 * @param field where it stands
	 * @param message what is wrong with it
	 */
	record Invalid(String field, @Nullable String message) {

		static Invalid of(FieldError error) {
			return new Invalid(error.getField(), error.getDefaultMessage());
		}

	}

}
