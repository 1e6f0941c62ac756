package dev.orm.migration.problem;

/** Why migrations did not run, were not taken back or recorded; each has its way out. */
public enum MigrationProblem {

	/** They have not run yet, and somebody asked for them to be. */
	PENDING("run the image once with ORM_COMMAND=migrate, or set orm.migrations.at-startup=apply"),
	/** Two files have one version. */
	FORK("history-fork: give one of the two the next version. On a branch: ./mvnw orm:rebase. Where only one is among "
			+ "the sources, the other is left over from a build before: ./mvnw clean"),
	/** A file came after higher versions had run. */
	LATE("history-order: give it a version after those that ran. On a branch: ./mvnw orm:rebase. In a database of "
			+ "your own, spring.flyway.out-of-order=true runs it now"),
	/** A migration ran, and its file has another version now. */
	RENUMBERED("record it under the version it has by ORM_COMMAND=migrate or ./mvnw orm:migrate, which also runs what "
			+ "came in between"),
	/** Another migration than the one that ran has its version. */
	REPLACED("history-edited: the file that ran is not here, perhaps on another branch. Go back to it and take the "
			+ "migration back by migrate, or bring the file back. Do not repair: what is here did not run"),
	/** A file was changed after it ran. */
	EDITED("history-edited: a file was changed after it ran. Put it back as it was, or take it as it is now: "
			+ "repair --checksums"),
	/** A migration ran, and its file is gone. */
	MISSING("bring the file back; after a squash, forget it by ORM_COMMAND=\"migrate --prune\", or set "
			+ "spring.flyway.ignore-migration-patterns=*:missing"),
	/** One failed outside of a transaction some time before. */
	FAILED_BEFORE("correct the cause, clear away what it left by ORM_COMMAND=repair, and run again"),
	/** The schema has tables, and no migration ran. */
	NOT_EMPTY("take over what is there by adopt, or set spring.flyway.baseline-on-migrate=true and the "
			+ "baseline-version that made it"),
	/** A lock was not had in time. */
	LOCK_TIMEOUT("end what holds the table, or wait longer by orm.migrations.lock-timeout"),
	/** The server did not answer, or ended the connection. */
	LOST_CONNECTION("run again once the server is there: of what ran in a transaction nothing is left. What a file "
			+ "without one left is cleared away by ORM_COMMAND=repair"),
	/** Flyway lacks the part of it that knows PostgreSQL. */
	MODULE("add the dependency org.flywaydb:flyway-database-postgresql (runtime), which orm-spring-boot-starter has, beside "
			+ "flyway-core. Nothing ran"),
	/** The server takes neither the role nor its password, or has no such database. */
	LOGIN("correct the database, the user or the password of the data source, or of spring.flyway.url. Nothing ran"),
	/** No connection was had at all. */
	UNREACHED("see whether the server is there and lets this application in. Nothing ran"),
	/** The server is a standby, or the role only reads. */
	READ_ONLY("let the URL lead to the primary (all servers of it, and targetServerType=primary), or take "
			+ "default_transaction_read_only from the role. Nothing is left of what ran in a transaction"),
	/** The server does not have an extension. */
	EXTENSION(
			"install the package that has the extension on the server, or use a server or an image with it, and run again"),
	/** The server does not have a collation. */
	COLLATION(
			"let a Meta method declare it, by meta.collation(…), so that a migration makes it, or name one the server has: "
					+ "SELECT collname FROM pg_collation"),
	/** A schema is not there. */
	SCHEMA("make it before by a migration (CREATE SCHEMA), or correct search_path, currentSchema or spring.flyway.default-schema"),
	/** Sessions are shared with others by something between here and the server. */
	POOLER("give migrations a way to the server itself, by spring.flyway.url with user and password; a transaction "
			+ "pooler keeps no locks of a session, and prepared statements only where it knows them (else "
			+ "prepareThreshold=0 in the URL)"),
	/** Migrations would wait for the one connection they have. */
	SMALL_POOL("let hikari.maximum-pool-size be 2 or more, or let Flyway have a connection of its own by "
			+ "spring.flyway.url"),
	/** Something that no model declares is built on what changes. */
	DEPENDENTS("drop what depends on it before, in the same file, and make it again after. makemigrations does so "
			+ "with what is declared by meta.raw(name, create, drop)"),
	/** Rows that are there break a rule that is new. */
	ROWS("find such rows by migrate --plan, and correct them in a migration before"),
	/** The role may not do that. */
	RIGHTS("let the owner of the tables migrate, by spring.flyway.user and password or a job with ORM_COMMAND=migrate, "
			+ "and set orm.migrations.at-startup=verify"),
	/** A statement is wrong. */
	STATEMENT("correct the file and run again: of what ran in a transaction nothing is left. What ran outside of one "
			+ "is cleared away by ORM_COMMAND=repair"),
	/** There is no way back. */
	IRREVERSIBLE("write the undo, or an empty one for \"nothing to undo\""),
	/** Something else, which the message says. */
	OTHER("");

	private final String hint;

	MigrationProblem(String hint) {
		this.hint = hint;
	}

	/**
	 * Return the way out.
	 * @return what to do; empty where the message says it
	 */
	public String hint() {
		return this.hint;
	}

}
