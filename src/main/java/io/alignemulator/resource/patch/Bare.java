package io.alignemulator.resource.patch;

/** A value without parts. */
enum Bare implements Spot {
    SCALAR;

    @Override
    public Part traverse(String segment) {
        throw PatchException.notFound(segment);
    }

    @Override
    public Given get(String segment) {
        throw PatchException.notFound(segment);
    }

    @Override
    public void add(String segment, Given value) {
        throw PatchException.notFound(segment);
    }

    @Override
    public void replace(String segment, Given value) {
        throw PatchException.notFound(segment);
    }

    @Override
    public void remove(String segment) {
        throw PatchException.notFound(segment);
    }

    @Override
    public void test(String segment, Given value) {
        throw PatchException.notFound(segment);
    }
}
