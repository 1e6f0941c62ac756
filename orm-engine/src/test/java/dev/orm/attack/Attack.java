package dev.orm.attack;

/** One kind of attack. */
public interface Attack {

	/**
	 * Attack until the time is over.
	 * @param ledger what is seen goes there
	 * @param until when to stop
	 */
	void run(Ledger ledger, Deadline until);

	/**
	 * Return what is attacked, and with what.
	 * @return a few words
	 */
	String name();

}
