package shop.web;

import dev.orm.error.DoesNotExistException;
import org.jspecify.annotations.Nullable;
import shop.order.InvalidOrderException;
import shop.order.SoldOutException;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

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
	ProblemDetail soldOut(SoldOutException ex) {
		return problem(HttpStatus.CONFLICT, ex.getMessage());
	}

	@ExceptionHandler
	ProblemDetail invalid(InvalidOrderException ex) {
		return problem(HttpStatus.BAD_REQUEST, ex.getMessage());
	}

	private static ProblemDetail problem(HttpStatus status, @Nullable String detail) {
		ProblemDetail problem = ProblemDetail.forStatus(status);
		problem.setDetail(detail);
		return problem;
	}

}
