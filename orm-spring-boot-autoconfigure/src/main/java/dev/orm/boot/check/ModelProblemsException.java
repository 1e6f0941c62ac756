package dev.orm.boot.check;

import java.util.List;
import java.util.stream.Collectors;

import dev.orm.check.Problem;

/**
 * The application does not start, since models cannot work.
 *
 * @since 0.1.0
 */
public class ModelProblemsException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<Problem> problems;

	/**
	 * Create the exception.
	 * @param problems what is wrong with the models
	 */
	public ModelProblemsException(List<Problem> problems) {
		super(problems.stream().map(Problem::text).collect(Collectors.joining("\n")));
		this.problems = List.copyOf(problems);
	}

	/**
	 * Return what is wrong with the models.
	 * @return the errors
	 */
	public List<Problem> problems() {
		return this.problems;
	}

}
