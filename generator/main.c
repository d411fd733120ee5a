/*
 * main.c - finds the command and runs it; commands/options.c has the table.
 */
#include "commands/command.h"

int main(int argc, char **argv)
{
	struct options options;
	int status;
	const struct command *command =
	    options_read(argc, argv, &options, &status);
	return command ? command->run(&options) : status;
}
