@NullMarked
package dev.orm.cluster.silence;

import org.jspecify.annotations.NullMarked;
