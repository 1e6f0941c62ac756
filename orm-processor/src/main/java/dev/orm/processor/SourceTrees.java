package dev.orm.processor;

import javax.annotation.processing.ProcessingEnvironment;

import com.sun.source.util.Trees;
import org.jspecify.annotations.Nullable;

/** The source code of what is compiled, beyond its declarations. */
final class SourceTrees {

	private SourceTrees() {
	}

	/** Other compilers than javac, and tools that wrap it, give no source. */
	static @Nullable Trees of(ProcessingEnvironment environment) {
		try {
			return Trees.instance(environment);
		}
		catch (IllegalArgumentException | LinkageError ex) {
			return null;
		}
	}

}
