/** What every page is made of: who looks at which site, links, the frame around a page. */
@NullMarked
package io.alignemulator.console.view;

import org.jspecify.annotations.NullMarked;
