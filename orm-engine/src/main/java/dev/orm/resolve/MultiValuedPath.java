package dev.orm.resolve;

import java.util.List;

/**
 * The answer of the path finder where a path crosses a to-many relation and may not.
 *
 * @param segments the segments up to and including the to-many join
 */
record MultiValuedPath(List<ResolvedPath.Segment> segments) {

}
