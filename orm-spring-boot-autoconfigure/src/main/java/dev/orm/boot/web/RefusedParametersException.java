package dev.orm.boot.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * A request asks for what it may not, or in words that make no sense: 400, as a problem
 * that names the parameter, and never its value.
 *
 * @since 0.1.0
 */
public class RefusedParametersException extends ErrorResponseException {

	private static final int SHOWN = 60;

	private final String parameter;

	private final List<String> choices;

	/**
	 * Create the exception.
	 * @param parameter the parameter
	 * @param detail what is wrong with it, without its value
	 * @param choices what there is to choose from; empty where that is not the matter
	 * @param cause what refused it, or null
	 */
	public RefusedParametersException(String parameter, String detail, List<String> choices,
			@Nullable Throwable cause) {
		super(HttpStatus.BAD_REQUEST, problem(parameter, detail, choices), cause);
		this.parameter = parameter;
		this.choices = List.copyOf(choices);
	}

	private static ProblemDetail problem(String parameter, String detail, List<String> choices) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, detail);
		problem.setProperty("parameter",
				(parameter.length() > SHOWN) ? parameter.substring(0, SHOWN) + "…" : parameter);
		if (!choices.isEmpty()) {
			problem.setProperty("choices", choices);
		}
		return problem;
	}

	/**
	 * Return the parameter.
	 * @return its name, as the request has it
	 */
	public String parameter() {
		return this.parameter;
	}

	/**
	 * Return what there is to choose from.
	 * @return the names; empty where the name is not the matter
	 */
	public List<String> choices() {
		return this.choices;
	}

}
