#!/usr/bin/perl
# check-links.pl [--reached] DIR - follows every href and src of every page
# below DIR. Prints what leads nowhere, and ends with 1 if there is any; with
# --reached it prints the pages that links lead to, from index.html on. Perl's
# core alone, which git needs anyway.
use strict;
use warnings;
use File::Find;

my $reached = @ARGV && $ARGV[0] eq '--reached' && shift @ARGV;
chdir shift @ARGV or die "no such folder\n";

my (%ids, %links, @broken);

sub decode {
	my ($s) = @_;
	$s =~ s/&amp;/&/g;
	$s =~ s/%([0-9A-Fa-f]{2})/chr hex $1/ge;
	return $s;
}

sub read_page {
	my ($page) = @_;
	open my $in, '<', $page or die "$page: $!\n";
	local $/;
	my $html = <$in>;
	$html =~ s/<!--.*?-->//gs;
	$ids{$page} = {};
	while ($html =~ /<[a-zA-Z][^>]*?\sid=(["'])(.*?)\1/g) {
		push @broken, "$page: the id $2 is there twice"
		    if $ids{$page}{$2}++;
	}
	while ($html =~ /\s(?:href|src)=(["'])(.*?)\1/g) {
		push @{ $links{$page} }, $2;
	}
}

# The path from DIR that a relative link of a page means; undef if outside.
sub resolve {
	my ($page, $to) = @_;
	my @parts = split m{/}, $page;
	pop @parts;
	for my $part (split m{/}, $to) {
		next if $part eq '.' || $part eq '';
		if ($part eq '..') {
			return undef unless @parts;
			pop @parts;
		} else {
			push @parts, $part;
		}
	}
	return join '/', @parts;
}

# The file that a link leads to, '' for another site, undef if none.
sub target {
	my ($page, $link) = @_;
	# The host shows it at any depth: its links start from the top.
	$link =~ s{^/(?!/)}{} if $page eq '404.html';
	return '' if $link =~ m{^(?:https?://|mailto:)};
	return undef if $link eq '' || $link =~ m{^(?:/|[a-z][a-z0-9+.-]*:)}i;
	my ($path, $place) = $link =~ /^([^#?]*)(?:\?[^#]*)?(?:#(.*))?$/s;
	my $file = $path eq '' ? $page : resolve($page, decode($path));
	return undef unless defined $file && -f $file;
	return undef if defined $place && $place ne '' && !$ids{$file}{$place};
	return $file;
}

find({ no_chdir => 1, wanted => sub {
	read_page(substr $_, 2) if /\.html$/ && -f;
} }, '.');

my %seen;
my @todo = $reached ? ('index.html') : ();
while (defined(my $page = shift @todo)) {
	next if $seen{$page}++;
	push @todo, grep { $ids{$_} }
	    map { target($page, $_) // '' } @{ $links{$page} };
}
if ($reached) {
	print "$_\n" for sort keys %seen;
	exit 0;
}

for my $page (sort keys %links) {
	for my $link (@{ $links{$page} }) {
		next if defined target($page, $link);
		push @broken, "$page: " .
		    ($link eq '' ? 'an empty link' : decode($link));
	}
}
print "$_\n" for @broken;
exit(@broken ? 1 : 0);
