package dev.orm.acceptance;

/** A case asks for something the public API has no way to say. */
final class UnsupportedCaseException extends RuntimeException {

	UnsupportedCaseException(String what) {
		super("The public API cannot express: " + what);
	}

}
