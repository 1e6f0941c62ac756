package dev.orm.meta.index;

import java.util.EnumSet;
import java.util.Set;

/**
 * What the code of a model may say beyond its line of the index. Where it says nothing,
 * what was generated for the model is not loaded to find that out.
 */
public enum Untold {

	/** It has Meta methods, or fields that declare something of their table. */
	DECLARATIONS('m'),

	/** Its initialisers and constructors may leave something odd in new instances. */
	INSTANCES('i'),

	/** Its class has annotations of other libraries, which may make something of it. */
	ANNOTATIONS('a');

	private final char letter;

	Untold(char letter) {
		this.letter = letter;
	}

	/** Read the letters of a line. */
	static Set<Untold> of(String letters) {
		EnumSet<Untold> all = EnumSet.noneOf(Untold.class);
		for (Untold one : values()) {
			if (letters.indexOf(one.letter) >= 0) {
				all.add(one);
			}
		}
		return all;
	}

}
