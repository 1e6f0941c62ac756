package dev.orm.declare;

import java.util.Locale;

/** How an index finds its rows: PostgreSQL's access methods. */
public enum IndexMethod {

	/** Sorted; for comparisons and orderings. The usual one. */
	BTREE,
	/** For equality only. */
	HASH,
	/** For values with parts: arrays, documents, words of a text. */
	GIN,
	/** For ranges, geometries and nearness. */
	GIST,
	/** For partitioned spaces, such as addresses of networks. */
	SPGIST,
	/** For huge tables whose rows lie in order. */
	BRIN,
	/** For equality of any of many columns; needs the extension {@code bloom}. */
	BLOOM;

	/**
	 * Return the name in SQL.
	 * @return the name
	 */
	public String sqlName() {
		return name().toLowerCase(Locale.ROOT);
	}

}
