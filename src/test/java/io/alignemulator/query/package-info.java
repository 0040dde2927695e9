/** Tests of the query language, on records that are maps. */
package io.alignemulator.query;
