package dev.orm.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.lang.model.element.Modifier;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What users import says what goes in and comes out, and who may share it.
 */
class DocumentationRuleTests {

	private static final Path SOURCES = Path.of("src/main/java/dev/orm");

	/** Only the engine itself calls what is public there, and below. */
	private static final List<String> INSIDE = List.of("bulk", "cluster/wal", "compile", "delete", "execute/failure",
			"instance", "load/follow", "load/values", "relate", "render", "resolve", "save", "schema", "sql",
			"succession", "tree", "validate/rule", "write", "writers");

	private static final Pattern SHARING = Pattern.compile("thread|immutable|stateless|used once");

	private static final List<Type> TYPES = types();

	@Test
	void methodsSayWhatGoesInAndComesOut() {
		assertThat(TYPES).hasSizeGreaterThan(300);
		assertThat(TYPES.stream().flatMap((type) -> type.methods().stream()).flatMap(Method::missing)).isEmpty();
	}

	/** A class says it for those below it. */
	@Test
	void classesSayWhoMayShareThem() {
		Map<String, Type> byName = TYPES.stream()
			.collect(Collectors.toMap(Type::name, Function.identity(), (first, second) -> first));
		assertThat(TYPES.stream()
			// what Meta methods are given is used while models are linked
			.filter((type) -> type.isShared() && !type.place().equals("declare") && !saysSharing(type, byName))
			.map((type) -> type.place() + "/" + type.name())).isEmpty();
	}

	@Test
	void theRuleSeesWhatIsMissing() {
		Method method = new Method("Door.open", "Open a door.\n @param wide how far", List.of("wide", "hinge"), true);
		assertThat(method.missing()).containsExactly("Door.open lacks @param hinge", "Door.open lacks @return");
		assertThat(new Method("Door.shut", null, List.of(), false).missing()).containsExactly("Door.shut lacks words");
	}

	private static boolean saysSharing(Type type, Map<String, Type> byName) {
		Type above = byName.get(type.parent());
		return SHARING.matcher(type.comment().toLowerCase(Locale.ROOT)).find()
				|| (above != null && !above.equals(type) && saysSharing(above, byName));
	}

	private static List<Type> types() {
		try (Stream<Path> files = Files.walk(SOURCES);
				StandardJavaFileManager manager = ToolProvider.getSystemJavaCompiler()
					.getStandardFileManager(null, null, null)) {
			List<Path> sources = files.filter((file) -> file.toString().endsWith(".java"))
				.filter((file) -> !file.endsWith("package-info.java") && !isInside(place(file)))
				.toList();
			JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
				.getTask(null, manager, null, List.of("-proc:none"), null,
						manager.getJavaFileObjectsFromPaths(sources));
			DocTrees comments = DocTrees.instance(task);
			List<Type> types = new ArrayList<>();
			for (CompilationUnitTree unit : task.parse()) {
				String place = place(Path.of(unit.getSourceFile().getName()));
				unit.getTypeDecls().forEach((tree) -> {
					// the methods of a visitor are named for what they answer for
					if (tree instanceof ClassTree type && !type.getSimpleName().toString().endsWith("Visitor")
							&& type.getModifiers().getFlags().contains(Modifier.PUBLIC)) {
						types.add(Type.of(place, new TreePath(new TreePath(unit), type), comments));
					}
				});
			}
			return types;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static boolean isInside(String place) {
		return INSIDE.stream().anyMatch((room) -> place.equals(room) || place.startsWith(room + "/"));
	}

	private static String place(Path file) {
		return SOURCES.relativize(file).getParent() == null ? ""
				: SOURCES.relativize(file).getParent().toString().replace('\\', '/');
	}

	/**
	 * A type that users may import.
	 *
	 * @param kind what it is
	 * @param parent the simple name of its superclass; empty for none
	 */
	private record Type(String place, String name, Tree.Kind kind, String parent, String comment,
			List<Method> methods) {

		static Type of(String place, TreePath path, DocTrees comments) {
			ClassTree tree = (ClassTree) path.getLeaf();
			Tree parent = tree.getExtendsClause();
			String text = comments.getDocComment(path);
			return new Type(place, tree.getSimpleName().toString(), tree.getKind(),
					(parent != null) ? parent.toString().replaceAll("<.*", "") : "", (text != null) ? text : "",
					tree.getMembers()
						.stream()
						.filter((member) -> member instanceof MethodTree method && isSeen(method, tree.getKind()))
						.map((member) -> Method.of(tree, new TreePath(path, member), comments))
						.toList());
		}

		private static boolean isSeen(MethodTree method, Tree.Kind kind) {
			Set<Modifier> modifiers = method.getModifiers().getFlags();
			boolean seen = modifiers.contains(Modifier.PUBLIC) || modifiers.contains(Modifier.PROTECTED)
					|| (kind == Tree.Kind.INTERFACE && !modifiers.contains(Modifier.PRIVATE));
			boolean repeated = method.getModifiers()
				.getAnnotations()
				.stream()
				.anyMatch((annotation) -> annotation.getAnnotationType().toString().endsWith("Override"));
			// the compact constructor of a record has its words at the record
			return seen && !repeated && (kind != Tree.Kind.RECORD || method.getReturnType() != null);
		}

		/**
		 * Classes of static methods have nothing to share; errors are of who catches
		 * them.
		 */
		boolean isShared() {
			return this.kind == Tree.Kind.CLASS && !this.name.endsWith("Exception")
					&& this.methods.stream().anyMatch((method) -> !method.isStatic());
		}

	}

	/**
	 * A method that users may call.
	 *
	 * @param comment its words; null for none
	 */
	private record Method(String name, @Nullable String comment, List<String> parameters, boolean answers,
			boolean isStatic) {

		Method(String name, @Nullable String comment, List<String> parameters, boolean answers) {
			this(name, comment, parameters, answers, false);
		}

		static Method of(ClassTree type, TreePath path, DocTrees comments) {
			MethodTree tree = (MethodTree) path.getLeaf();
			Tree answer = tree.getReturnType();
			return new Method(type.getSimpleName() + "." + tree.getName(), comments.getDocComment(path),
					tree.getParameters().stream().map((parameter) -> parameter.getName().toString()).toList(),
					answer != null && !answer.toString().equals("void"),
					answer == null || tree.getModifiers().getFlags().contains(Modifier.STATIC));
		}

		Stream<String> missing() {
			if (this.comment == null) {
				return Stream.of(this.name + " lacks words");
			}
			Stream<String> unsaid = this.parameters.stream()
				.map((parameter) -> "@param " + parameter)
				.filter((tag) -> !Pattern.compile(tag + "\\s").matcher(this.comment).find());
			boolean said = this.comment.contains("@return") || this.comment.strip().startsWith("Return ");
			Stream<String> silent = (this.answers && !said) ? Stream.of("@return") : Stream.empty();
			return Stream.concat(unsaid, silent).map((tag) -> this.name + " lacks " + tag);
		}

	}

}
