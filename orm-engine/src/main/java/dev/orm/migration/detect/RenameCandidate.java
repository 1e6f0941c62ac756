package dev.orm.migration.detect;

import java.util.List;

import dev.orm.schema.ObjectId;

/**
 * Something that is gone and may live on under another name. Immutable.
 *
 * @param id what is gone
 * @param definition what it was
 * @param score how likely it is, from 4
 * @param reasons what speaks for it
 */
public record RenameCandidate(ObjectId id, String definition, int score, List<String> reasons) {

	public RenameCandidate {
		reasons = List.copyOf(reasons);
	}

}
