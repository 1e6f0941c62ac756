package dev.orm.observe;

import java.lang.StackWalker.StackFrame;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The place in the application that a statement comes from: the first frame that is
 * neither the engine's, nor a library's below or between, nor generated. Immutable.
 *
 * @param type the full name of the class
 * @param method the method; of a lambda the one around it
 * @param line the line in the source, or a negative number
 */
public record CallSite(String type, String method, int line) {

	private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

	private static final List<String> LIBRARIES = List.of("dev.orm.", "java.", "javax.", "jdk.", "sun.", "com.sun.",
			"jakarta.", "org.springframework.", "org.aopalliance.", "org.postgresql.", "com.zaxxer.", "io.micrometer.",
			"kotlin.", "kotlinx.", "reactor.", "org.apache.", "org.eclipse.", "org.junit.");

	/** What the processor writes beside models. */
	private static final List<String> GENERATED = List.of("dev.orm.model.EntityBinding",
			"dev.orm.model.DeferredInstance");

	/** What is looked up once for each class that was ever seen on a stack. */
	private static final ClassValue<Boolean> OF_APPLICATION = new ClassValue<>() {
		@Override
		protected Boolean computeValue(Class<?> type) {
			return isOfApplication(type);
		}
	};

	/**
	 * Look for the place on the stack of this thread.
	 * @return the place; null if no code of an application is on it
	 */
	public static @Nullable CallSite find() {
		return WALKER.walk((frames) -> frames.filter((frame) -> OF_APPLICATION.get(frame.getDeclaringClass()))
			.findFirst()
			.map(CallSite::of)
			.orElse(null));
	}

	private static boolean isOfApplication(Class<?> type) {
		String name = type.getName();
		return !name.contains("$$") && !name.contains("$Proxy") && LIBRARIES.stream().noneMatch(name::startsWith)
				&& !isGenerated(type);
	}

	private static boolean isGenerated(Class<?> type) {
		Class<?> above = type.getSuperclass();
		return (above != null && GENERATED.contains(above.getName()))
				|| List.of(type.getInterfaces()).stream().anyMatch((shape) -> GENERATED.contains(shape.getName()));
	}

	private static CallSite of(StackFrame frame) {
		return new CallSite(frame.getClassName(), method(frame.getMethodName()), frame.getLineNumber());
	}

	/** A lambda is compiled to a method named {@code lambda$page$0}. */
	private static String method(String name) {
		if (!name.startsWith("lambda$")) {
			return name;
		}
		int end = name.lastIndexOf('$');
		String around = name.substring("lambda$".length(), Math.max(end, "lambda$".length()));
		return (around.equals("new") || around.equals("static")) ? "<init>" : around;
	}

	/**
	 * Return the name of what runs there, without the line: for tags of metrics.
	 * @return such as {@code ProductService.page}
	 */
	public String name() {
		int start = Math.max(this.type.lastIndexOf('.'), -1) + 1;
		return this.type.substring(start).replace('$', '.') + "." + this.method;
	}

	/**
	 * Return the place in full.
	 * @return such as {@code shop.ProductService.page:41}
	 */
	public String place() {
		return this.type.replace('$', '.') + "." + this.method + suffix();
	}

	private String suffix() {
		return (this.line >= 0) ? ":" + this.line : "";
	}

	/**
	 * Return the place of a statement that is being told of, for people to read.
	 * @param site the place, or null
	 * @return the place in full; {@code unknown} if there is none
	 */
	static String text(@Nullable CallSite site) {
		return (site != null) ? site.place() : "unknown";
	}

	/**
	 * Return the place in short.
	 * @return such as {@code ProductService.page:41}
	 */
	@Override
	public String toString() {
		return name() + suffix();
	}

}
