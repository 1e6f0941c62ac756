package dev.orm.processor;

/**
 * What people read of a model or a field.
 *
 * @param label its name; empty for none
 * @param plural the name of several; empty for none
 * @param help what to tell people who fill it in; empty for nothing
 */
record DeclaredWords(String label, String plural, String help) {

	static final DeclaredWords NONE = new DeclaredWords("", "", "");

	/** The expression that makes them in generated code. */
	String expression() {
		return equals(NONE) ? EngineNames.PRESENTATION + ".NONE"
				: "new %s(%s, %s, %s)".formatted(EngineNames.PRESENTATION, GeneratedClass.quoted(this.label),
						GeneratedClass.quoted(this.plural), GeneratedClass.quoted(this.help));
	}

}
