/**
 * The tools of the build, which no jar contains. {@link io.alignemulator.build.JarData} makes what lies in the jar,
 * {@link io.alignemulator.build.GeneratedFiles} what is committed; a new tool becomes a line in one of them. A tool lies
 * in the package whose classes it works with, in this source tree: so it sees what that package shows to nobody else.
 * The build compiles the tree between the product and the tests, with the checks of the product.
 */
@NullMarked
package io.alignemulator.build;

import org.jspecify.annotations.NullMarked;
