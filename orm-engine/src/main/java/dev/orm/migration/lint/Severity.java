package dev.orm.migration.lint;

import java.util.Locale;

/** How bad a finding is. */
public enum Severity {

	/** It should not run like this. */
	ERROR,
	/** Somebody should know. */
	WARN;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
