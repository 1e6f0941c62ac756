package dev.orm.validate;

import dev.orm.meta.FieldModel;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.model.Model;
import dev.orm.validate.rule.DatabaseRule;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one instance when the database is asked: what is wrong already, or not
 * loaded, is not.
 *
 * @param instance the instance
 * @param written reads it
 * @param errors what is wrong already
 */
record GivenValues(Model instance, WrittenValues written, CollectedErrors errors) {

	boolean isStored() {
		return this.instance.isSaved();
	}

	/** The value that is sent. */
	@Nullable Object value(FieldModel field) {
		return isHidden(field) ? null : this.written.value(this.instance, field);
	}

	/** Whether a rule has something to ask. */
	boolean asks(DatabaseRule rule) {
		return (!isStored() || rule.looksAtStored()) && rule.fields().stream().noneMatch(this::isUnknown)
				&& rule.needed().stream().noneMatch((field) -> value(field) == null);
	}

	private boolean isHidden(FieldModel field) {
		return this.errors.isRejected(field.name()) || this.instance.deferredFields().contains(field.name());
	}

	/** Places are told apart at the commit, and saving a row may give it another one. */
	private boolean isUnknown(FieldModel field) {
		return isHidden(field) || field.is(Flag.POSITION) || (!isStored() && field.isFilledIn() && isOpen(field));
	}

	/** Whether an insert sets the field, for what it holds is no value. */
	private boolean isOpen(FieldModel field) {
		Object value = value(field);
		return value == null || (field.is(Flag.SLUG) && value.toString().isBlank());
	}

}
