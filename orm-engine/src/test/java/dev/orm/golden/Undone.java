package dev.orm.golden;

import dev.orm.Orm;

/** Ends a transaction whose statements are all that was wanted of it. */
final class Undone extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private Undone() {
	}

	/** Run some work in a transaction, and roll it back. */
	static void work(Orm orm, Runnable work) {
		try {
			orm.atomic().run(() -> {
				work.run();
				throw new Undone();
			});
		}
		catch (Undone ex) {
			// rolled back, as meant
		}
	}

}
