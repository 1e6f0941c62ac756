package dev.orm.processor;

import java.util.List;

import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;

import org.jspecify.annotations.Nullable;

/** Reports choices that their attribute cannot have. */
final class ChoiceChecks {

	private final ModelTypes types;

	private final Problems problems;

	ChoiceChecks(ModelTypes types, Problems problems) {
		this.types = types;
		this.problems = problems;
	}

	void check(DeclaredModel model) {
		for (DeclaredField field : model.fields()) {
			VariableElement variable = field.variable();
			if (variable != null && !field.is("INHERITED")) {
				TypeElement source = field.column().details().choices();
				if (source != null) {
					source(model, field, variable, source);
				}
				if (field.isEnum() && field.type() instanceof DeclaredType type) {
					unknown(model, field, variable, (TypeElement) type.asElement());
				}
			}
		}
	}

	private void source(DeclaredModel model, DeclaredField field, VariableElement variable, TypeElement source) {
		String columnClass = field.attribute().columnClass();
		boolean number = columnClass.equals("NumberColumn");
		if (!number && !columnClass.equals("StringColumn")) {
			error(model, field, variable, "%s.%s has @Choices, which is for texts and numbers: it is " + field.type());
		}
		else if (source.getKind() == ElementKind.ENUM) {
			if (number != isA(source, EngineNames.STORED_NUMBER)) {
				error(model, field, variable, "%s.%s has choices of another type: " + source.getSimpleName()
						+ (number ? " stores texts, not numbers; an IntChoice does" : " stores numbers, not texts"));
			}
		}
		else if (!isA(source, EngineNames.CHOICE_SOURCE)) {
			error(model, field, variable, "%s.%s has @Choices(" + source.getSimpleName()
					+ ".class), which is neither an enum nor a ChoiceSource");
		}
		else if (!isMade(source, model)) {
			error(model, field, variable, "%s.%s has @Choices(" + source.getSimpleName()
					+ ".class), which needs a constructor without arguments that generated code can call");
		}
	}

	private boolean isA(TypeElement type, String name) {
		TypeElement wanted = this.types.elements().getTypeElement(name);
		return wanted != null && this.types.types().isSubtype(type.asType(), wanted.asType());
	}

	private boolean isMade(TypeElement type, DeclaredModel model) {
		String here = this.types.packageOf(model.element());
		boolean near = this.types.packageOf(type).equals(here);
		boolean reachable = this.types.isVisible(type, here) && !type.getModifiers().contains(Modifier.ABSTRACT)
				&& (!type.getNestingKind().isNested() || type.getModifiers().contains(Modifier.STATIC));
		return reachable && ElementFilter.constructorsIn(type.getEnclosedElements())
			.stream()
			.anyMatch((constructor) -> constructor.getParameters().isEmpty()
					&& (near ? !constructor.getModifiers().contains(Modifier.PRIVATE)
							: constructor.getModifiers().contains(Modifier.PUBLIC)));
	}

	private void unknown(DeclaredModel model, DeclaredField field, VariableElement variable, TypeElement type) {
		List<String> marked = type.getEnclosedElements()
			.stream()
			.filter((constant) -> AnnotationValues.isPresent(constant, EngineNames.UNKNOWN_CHOICE))
			.map(Element::toString)
			.toList();
		if (marked.size() > 1) {
			error(model, field, variable, "%s.%s cannot be read: " + type.getSimpleName()
					+ " marks several constants @UnknownChoice: " + String.join(", ", marked));
		}
	}

	private void error(DeclaredModel model, DeclaredField field, @Nullable VariableElement variable, String message) {
		this.problems.error(model.element(), (variable != null) ? variable : model.element(), message,
				model.simpleName(), field.name());
	}

}
