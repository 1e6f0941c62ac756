package dev.orm.observe;

import java.util.Locale;

/** Why a statement went to a server. */
public enum ReadReason {

	/** A replica had what the reader needs. */
	FRESH,
	/** No replica had yet what the unit of work wrote or was told of. */
	OWN_WRITE,
	/** The replicas are further behind than allowed. */
	LAG,
	/** No replica is to be used. */
	OUT,
	/** Others had all connections of the replica's pool. */
	BUSY,
	/** It is a part of a transaction, or of what else the thread holds. */
	TRANSACTION,
	/** The query or the configuration asks for it. */
	ASKED,
	/** It writes, or may. */
	WRITE,
	/** The database has no other server. */
	ONLY;

	/**
	 * Return the name used in metrics.
	 * @return such as {@code own-write}
	 */
	public String label() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
