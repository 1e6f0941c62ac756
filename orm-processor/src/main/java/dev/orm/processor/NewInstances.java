package dev.orm.processor;

import java.util.EnumSet;
import java.util.Set;

import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.Trees;
import org.jspecify.annotations.Nullable;

/**
 * Says whether new instances of a model are like any: the handles are those it was born
 * with, and no value that can change is shared by all. Where the source code does not
 * tell, the engine makes an instance and looks.
 */
final class NewInstances {

	/** What makes a value of its own, or none that can change. */
	private static final Set<Tree.Kind> OWN = EnumSet.of(Tree.Kind.NEW_CLASS, Tree.Kind.NEW_ARRAY,
			Tree.Kind.NULL_LITERAL, Tree.Kind.STRING_LITERAL);

	private final @Nullable Trees trees;

	NewInstances(ProcessingEnvironment environment) {
		this.trees = SourceTrees.of(environment);
	}

	boolean arePlain(TypeElement model) {
		if (this.trees == null) {
			return false;
		}
		TypeElement level = model;
		while (level != null && !level.getQualifiedName().contentEquals(EngineNames.MODEL)) {
			if (!isPlain(this.trees, level)) {
				return false;
			}
			level = ModelTypes.superclass(level);
		}
		return true;
	}

	/** A class of another jar shows no source. */
	private static boolean isPlain(Trees trees, TypeElement type) {
		ClassTree source = trees.getTree(type);
		return source != null && source.getMembers().stream().noneMatch(NewInstances::isInitializerBlock)
				&& ElementFilter.constructorsIn(type.getEnclosedElements())
					.stream()
					.allMatch((constructor) -> doesNothing(trees, constructor))
				&& ElementFilter.fieldsIn(type.getEnclosedElements())
					.stream()
					.allMatch((field) -> field.getModifiers().contains(Modifier.STATIC) || isPlain(trees, field));
	}

	private static boolean isInitializerBlock(Tree member) {
		return member instanceof BlockTree block && !block.isStatic();
	}

	/** Only the constructor without parameters is called. */
	private static boolean doesNothing(Trees trees, ExecutableElement constructor) {
		if (!constructor.getParameters().isEmpty()) {
			return true;
		}
		MethodTree source = trees.getTree(constructor);
		BlockTree body = (source != null) ? source.getBody() : null;
		return body == null || body.getStatements().stream().allMatch(NewInstances::callsSuper);
	}

	private static boolean callsSuper(StatementTree statement) {
		return statement instanceof ExpressionStatementTree expression
				&& expression.getExpression() instanceof MethodInvocationTree call && call.getArguments().isEmpty()
				&& call.getMethodSelect().toString().equals("super");
	}

	private static boolean isPlain(Trees trees, VariableElement field) {
		ExpressionTree initializer = (trees.getTree(field) instanceof VariableTree source) ? source.getInitializer()
				: null;
		return initializer == null || isUnchangeable(field.asType())
				|| (!isOfTheEngine(field.asType()) && OWN.contains(initializer.getKind()));
	}

	private static boolean isUnchangeable(TypeMirror type) {
		if (type.getKind().isPrimitive()) {
			return true;
		}
		if (!(type instanceof DeclaredType declared)) {
			return false;
		}
		Element element = declared.asElement();
		String name = element.toString();
		return element.getKind() == ElementKind.ENUM || element.getKind() == ElementKind.RECORD
				|| name.startsWith("java.math.")
				|| (name.startsWith("java.") && element.getModifiers().contains(Modifier.FINAL));
	}

	/** A handle is there before its initialiser runs. */
	private static boolean isOfTheEngine(TypeMirror type) {
		return type instanceof DeclaredType declared && declared.asElement().toString().startsWith("dev.orm.");
	}

}
