package dev.orm.observe;

import dev.orm.error.OrmException;

/** Queries repeat themselves, where they are not allowed to. */
public class RepeatedQueriesException extends OrmException {

	private static final long serialVersionUID = 1L;

	private final transient RepeatedFinding finding;

	/**
	 * Create the exception.
	 * @param finding what repeats itself
	 */
	public RepeatedQueriesException(RepeatedFinding finding) {
		super(finding.message());
		this.finding = finding;
	}

	/**
	 * Return what repeats itself.
	 * @return the finding
	 */
	public RepeatedFinding finding() {
		return this.finding;
	}

}
