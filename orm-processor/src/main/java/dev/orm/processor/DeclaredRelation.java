package dev.orm.processor;

import javax.lang.model.element.TypeElement;

import org.jspecify.annotations.Nullable;

/**
 * Where a foreign key or one-to-one attribute leads.
 *
 * @param target the model it leads to
 * @param toField the attribute of the target it stores; empty for the key
 * @param onDelete the name of an {@code OnDeleteAction}
 * @param setValue the key stored by {@code SET}
 * @param setBy the class that finds it; null for none
 * @param reverse the names of the way back
 * @param oneToOne whether it is a one-to-one relation
 * @param parentKey for the link to a parent, the index of the parent's key among the
 * fields; else -1
 */
record DeclaredRelation(TypeElement target, String toField, String onDelete, String setValue,
		@Nullable TypeElement setBy, ReverseNames reverse, boolean oneToOne, int parentKey) {

	/**
	 * The names of the way back.
	 *
	 * @param accessor the name given; null for the default
	 * @param query the name in paths given; null for the default
	 */
	record ReverseNames(@Nullable String accessor, @Nullable String query) {

		static final ReverseNames DEFAULT = new ReverseNames(null, null);

		boolean isHidden() {
			return this.accessor != null && this.accessor.endsWith("+");
		}

		/**
		 * The accessor, by Django's rule if not given: {@code <model>_set}, without the
		 * suffix for one-to-one.
		 */
		String accessorFor(String source, boolean single) {
			if (this.accessor != null) {
				return this.accessor;
			}
			return NamingRules.lowerCamelCase(source) + (single ? "" : "Set");
		}

		/**
		 * The name in paths, by Django's rule if not given: that of the accessor if
		 * given, else the model.
		 */
		String queryFor(String source) {
			if (this.query != null) {
				return this.query;
			}
			return (this.accessor != null) ? this.accessor : NamingRules.lowerCamelCase(source);
		}

	}

}
