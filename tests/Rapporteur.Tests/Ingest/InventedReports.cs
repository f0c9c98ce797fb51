// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Tests.Ingest;

/// <summary>Two reports on subjects that have nothing to do with each other, to be run together.</summary>
internal static class InventedReports
{
    public const string HarborHeadline = "Sundvik Council Rejects Harbor Lease After Protest.";

    public const string Harbor = """
        The council of Sundvik rejected the lease of its harbor to Meridian Freight on Tuesday, after a protest by dockers had closed the quay for nine days.
        Mayor Karin Holm said the vote was close, but clear. “We heard the people of this town,” Holm said. “We will not sell the quay under their feet.”
        Oskar Lindahl, who leads the dockers' union, thanked Holm and said the strike would end on Friday morning, when the first ferry from Torsund is due.
        Meridian Freight, which is based in Valberg, said in a statement that it regretted the decision and would look at its options in the courts of Norland.
        Lindahl told reporters that Meridian had offered the union 40 jobs. Holm declined to comment on the offer, and so did the harbor master, Per Ekdal.
        The lease would have run for thirty years. Ekdal said the quay needs new cranes by spring, and that the council has not said who will pay for them.
        """;

    public const string RiverHeadline = "Senate of Corallia Votes to Protect Salt River.";

    public const string River = """
        The Senate of Corallia voted on Thursday to protect the Salt River, ending a dispute about two dams that has divided the valley of Amara for years.
        Senator Tomas Quill, who wrote the bill, called it a victory for the farmers of Amara. “The river was here before us,” Quill said. “It will be here after us.”
        The Ministry of Energy had asked for a delay. Minister Leila Nassar told the chamber that the northern dam alone would light the homes of Puerto Lema.
        Quill answered that Puerto Lema had other choices. Nassar left the chamber before the vote, which ended with 31 senators in favor and 19 against the bill.
        Ines Abreu, a biologist at the University of Merida Bay, said the law came late. Abreu has counted otters in the Salt River since the first dam was planned.
        President Aurelio Pinto has ten days to sign the bill. Pinto has not said what he will do, and Nassar said she would advise him to send it back to the Senate.
        """;
}
