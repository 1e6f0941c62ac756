package dev.orm.processor;

import java.util.List;

import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

import org.jspecify.annotations.Nullable;

/**
 * A record whose components are columns of a model, or records of columns themselves. Its
 * columns are counted from 0, in the order of the components.
 *
 * @param type the record
 * @param components its components
 * @param nullable whether it may be null where it stands
 */
record EmbeddedRecord(TypeElement type, List<Component> components, boolean nullable) {

	EmbeddedRecord {
		components = List.copyOf(components);
	}

	/** The number of columns. */
	int size() {
		return this.components.stream().mapToInt(Component::size).sum();
	}

	/**
	 * Whether there is no record where all its columns are NULL. One of columns that may
	 * all be NULL is there nevertheless, unless it may be null itself.
	 */
	boolean isAbsentWithoutValues() {
		return this.nullable || hasValue();
	}

	/** Whether a column of a record that is there is never NULL. */
	private boolean hasValue() {
		return this.components.stream().anyMatch(Component::hasValue);
	}

	/**
	 * A component.
	 *
	 * @param name its name
	 * @param type its type, as the record declares it
	 * @param required whether it is never null in a record
	 * @param record the record it is; null for a column
	 */
	record Component(String name, TypeMirror type, boolean required, @Nullable EmbeddedRecord record) {

		int size() {
			return (this.record != null) ? this.record.size() : 1;
		}

		private boolean hasValue() {
			return this.required && (this.record == null || this.record.hasValue());
		}

		/** Whether a record around it is incomplete without it. */
		boolean isMissed() {
			return this.required && (this.record == null || this.record.isAbsentWithoutValues());
		}

		boolean isPrimitive() {
			return this.type.getKind().isPrimitive();
		}

	}

}
