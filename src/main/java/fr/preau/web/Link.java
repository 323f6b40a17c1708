package fr.preau.web;

/// A place one can go, in the words of the person who goes there.
public record Link(String href, String label) {}
