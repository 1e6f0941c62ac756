package dev.orm.processor;

import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.lang.model.element.ExecutableElement;

/**
 * What the deferred subclass of a model can do.
 *
 * @param extendable whether there can be a subclass at all
 * @param fields indexes of the fields whose every accessor can be overridden
 * @param getters the getters to override, with the fields they read
 * @param setters the setters to override, with the fields they write
 */
record Deferral(boolean extendable, Set<Integer> fields, Map<ExecutableElement, List<Integer>> getters,
		Map<ExecutableElement, List<Integer>> setters) {

}
