package dev.orm.processor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;

import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import org.jspecify.annotations.Nullable;

/**
 * Tells a model from what it was before: a digest of its binding, which says all of its
 * columns, and of the bodies of its Meta methods. Equal digests mean equal tables, but
 * for what those methods take from other classes.
 */
final class ModelDigest {

	private static final int BYTES = 8;

	private final @Nullable Trees trees;

	ModelDigest(ProcessingEnvironment environment) {
		this.trees = SourceTrees.of(environment);
	}

	/** The digest; empty where the body of a method is not known. */
	String of(GeneratedClass binding, List<ExecutableElement> metaMethods) {
		StringBuilder text = new StringBuilder(binding.text());
		for (ExecutableElement method : metaMethods) {
			Tree body = (this.trees != null) ? this.trees.getTree(method) : null;
			if (body == null) {
				return "";
			}
			text.append(body).append('\n');
		}
		return digest(text.toString());
	}

	private static String digest(String text) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest, 0, BYTES);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

}
