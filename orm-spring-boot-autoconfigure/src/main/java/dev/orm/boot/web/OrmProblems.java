package dev.orm.boot.web;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.orm.Orm;
import dev.orm.error.DatabaseConnectionException;
import dev.orm.error.DoesNotExistException;
import dev.orm.error.NotUpdatedException;
import dev.orm.error.PrimaryUnavailableException;
import dev.orm.error.UniqueViolationException;
import dev.orm.error.detail.StoppedDeleteException;
import dev.orm.session.CrossTenantException;
import dev.orm.session.NoTenantException;
import dev.orm.validate.InvalidInstanceException;
import dev.orm.validate.ValidationErrors;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Answers what escapes from a controller as a problem (RFC 9457): what is missing, not
 * valid, taken, in use, changed meanwhile, another tenant's, or busy. A problem names
 * model and fields, and no value of a row. The application's own handlers come first.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
final class OrmProblems {

	/** Seconds after which what was busy may be asked again. */
	private static final String SOON = "1";

	private final Orm orm;

	OrmProblems(Orm orm) {
		this.orm = orm;
	}

	@ExceptionHandler
	ProblemDetail missing(DoesNotExistException ex) {
		return of(HttpStatus.NOT_FOUND, "There is no such row.", ex.model());
	}

	@ExceptionHandler
	ProblemDetail invalid(InvalidInstanceException ex) {
		return with(of(HttpStatus.BAD_REQUEST, "Some values are not valid.", ex.model()), ex.errors());
	}

	@ExceptionHandler
	ProblemDetail refused(RefusedParametersException ex) {
		return ex.getBody();
	}

	@ExceptionHandler
	ProblemDetail taken(UniqueViolationException ex) {
		return with(of(HttpStatus.CONFLICT, "Another row has these values.", ""), this.orm.explain(ex));
	}

	@ExceptionHandler
	ProblemDetail used(StoppedDeleteException ex) {
		Set<String> models = new LinkedHashSet<>();
		ex.objects().forEach((object) -> models.add(this.orm.models().model(object.getClass()).name()));
		ProblemDetail problem = of(HttpStatus.CONFLICT, "Other rows refer to it.", "");
		problem.setProperty("models", models);
		return problem;
	}

	@ExceptionHandler
	ProblemDetail changed(OptimisticLockingFailureException ex) {
		return of(HttpStatus.CONFLICT, "Somebody else changed or deleted it meanwhile.",
				(ex instanceof NotUpdatedException stale) ? stale.model() : "");
	}

	@ExceptionHandler(NoTenantException.class)
	ProblemDetail nobodys() {
		return of(HttpStatus.BAD_REQUEST, "Nobody knows for which tenant it is asked.", "");
	}

	@ExceptionHandler
	ProblemDetail foreign(CrossTenantException ex) {
		ProblemDetail problem = of(HttpStatus.FORBIDDEN, "It is another tenant's.", ex.model());
		problem.setProperty("field", ex.attribute());
		return problem;
	}

	@ExceptionHandler({ PessimisticLockingFailureException.class, PrimaryUnavailableException.class })
	ResponseEntity<ProblemDetail> busy() {
		return later("The database is busy. Try again.");
	}

	@ExceptionHandler(DatabaseConnectionException.class)
	ResponseEntity<ProblemDetail> unreached() {
		return later("The database cannot be reached. Try again.");
	}

	private static ResponseEntity<ProblemDetail> later(String detail) {
		return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
			.header(HttpHeaders.RETRY_AFTER, SOON)
			.body(of(HttpStatus.SERVICE_UNAVAILABLE, detail, ""));
	}

	private static ProblemDetail of(HttpStatus status, String detail, String model) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
		if (!model.isEmpty()) {
			problem.setProperty("model", model);
		}
		return problem;
	}

	private static ProblemDetail with(ProblemDetail problem, ValidationErrors errors) {
		Map<String, List<Said>> byField = new LinkedHashMap<>();
		errors.byField().keySet().forEach((field) -> byField.put(field, said(errors, field)));
		problem.setProperty("errors", byField);
		if (!errors.global().isEmpty()) {
			problem.setProperty("global", said(errors, null));
		}
		return problem;
	}

	private static List<Said> said(ValidationErrors errors, @Nullable String field) {
		Stream<Said> said = errors.all()
			.stream()
			.filter((error) -> (field != null) ? field.equals(error.field()) : error.field() == null)
			.map((error) -> new Said(error.code(), error.message()));
		return said.toList();
	}

	/**
	 * An error, without what was rejected.
	 *
	 * @param code the rule
	 * @param message what people are told
	 */
	record Said(String code, String message) {

	}

}
