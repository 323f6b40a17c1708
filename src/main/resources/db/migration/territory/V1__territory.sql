create schema territory;
