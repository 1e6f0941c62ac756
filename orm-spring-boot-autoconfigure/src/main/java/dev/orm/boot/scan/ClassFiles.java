package dev.orm.boot.scan;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;

import dev.orm.meta.index.IndexFiles;

import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.UrlResource;
import org.springframework.util.ResourceUtils;

/**
 * The class files beside an index of models, in a folder or a jar, as Spring's scan names
 * them.
 *
 * @param root the folder that packages are in; empty for a jar
 * @param url the same
 */
record ClassFiles(Path root, URL url) {

	private static final Path JAR = Path.of("");

	/**
	 * Find them.
	 * @param index where the index is
	 * @throws MalformedURLException if it is nowhere
	 */
	static ClassFiles beside(URL index) throws MalformedURLException {
		String text = index.toString();
		URL url = ResourceUtils.toURL(text.substring(0, text.length() - IndexFiles.LOCATION.length()));
		return new ClassFiles(ResourceUtils.isFileURL(url) ? Path.of(URI.create(url.toString())) : JAR, url);
	}

	/**
	 * Return the file of a class.
	 * @param className its name
	 * @throws MalformedURLException if there can be none
	 */
	Resource of(String className) throws MalformedURLException {
		String file = className.replace('.', '/') + ".class";
		return (this.root != JAR) ? new FileSystemResource(this.root.resolve(file))
				: new UrlResource(ResourceUtils.toRelativeURL(this.url, file));
	}

}
