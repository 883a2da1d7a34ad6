"""The shipped fees against DOMAIN.md §4: öre-exact, and unknown where no amount was found."""

from decimal import Decimal

import pytest

from natverkskollen.analysis.fee import applicable_fee, fee_amount
from natverkskollen.cli.commands import main
from natverkskollen.store import read_library
from tests import ROOT

NETWORKS = read_library(ROOT).networks
UNKNOWN = {
    "borgmastaravtalet",
    "eurocities",
    "glokala-sverige",
    "healthy-cities-sverige",
    "kommunnatverket-hallbar-utveckling",
}
BY_CATEGORY = {"malarens-vattenvardsforbund"}


def paid(network, inhabitants, year=None, member="kommun", category=None):
    fee = applicable_fee(NETWORKS[network].fees, year, member, category)
    return fee_amount(fee, inhabitants, year)


COLUMNS = ("sekom", "kk-2019", "fairtrade-city", "sveriges-miljokommuner", "geoforum", "sambruk")
EIGHT = {
    "Bjurholm": (2363, "4708.90", "4590.75", "5000", "1000", "5100", "5000"),
    "Håbo": (22973, "10891.90", "9743.25", "10000", "1800", "5100", "25000"),
    "Danderyd": (32425, "13727.50", "12106.25", "15000", "2200", "9300", "35000"),
    "Luleå": (79645, "27893.50", "23911.25", "20000", "2800", "10600", "50000"),
    "Haninge": (100895, "34268.50", "29223.75", "25000", "4800", "10600", "65000"),
    "Huddinge": (114304, "38291.20", "32576.00", "25000", "4800", "10600", "65000"),
    "Helsingborg": (152091, "49000.00", "36000", "25000", "4800", "22500", "80000"),
    "Malmö": (365644, "49000.00", "36000", "25000", "4800", "22500", "80000"),
}


@pytest.mark.parametrize("municipality", EIGHT)
@pytest.mark.parametrize("position", range(len(COLUMNS)))
def test_eight_municipalities_pay_what_the_shipped_files_say(municipality, position):
    inhabitants, *amounts = EIGHT[municipality]
    network = COLUMNS[position]
    found = (
        paid("klimatkommunerna", inhabitants, 2019)
        if network == "kk-2019"
        else paid(network, inhabitants)
    )
    assert found.net == Decimal(amounts[position])


@pytest.mark.parametrize("municipality", EIGHT)
def test_sekom_2024_and_klimatkommunerna_2023_cost_the_same(municipality):
    inhabitants = EIGHT[municipality][0]
    assert paid("sekom", inhabitants).net == paid("klimatkommunerna", inhabitants, 2023).net


@pytest.mark.parametrize(
    ("network", "inhabitants", "year", "member", "category", "net"),
    [
        ("sekom", 300000, 2024, "region", None, "25000"),
        ("klimatkommunerna", 300000, 2023, "region", None, "49000"),
        ("klimatkommunerna", 300000, 2019, "region", None, "34000"),  # 4 000 + 0,10 · 300 000
        ("fairtrade-city", 9999, 2021, "kommun", None, "5000"),
        ("fairtrade-city", 10000, 2021, "kommun", None, "10000"),
        ("svenska-cykelstader", 1, 2018, "kommun", None, "15000"),
        ("svenska-cykelstader", 1, 2019, "kommun", None, "20000"),
        ("sveriges-miljokommuner", 100000, 2017, "kommun", None, "4000"),
        ("malarens-vattenvardsforbund", 114304, None, "kommun", "strandnara", "142880"),
        ("malarens-vattenvardsforbund", 22973, None, "kommun", "strandnara", "35000"),
        ("malarens-vattenvardsforbund", 984748, None, "kommun", "strandnara", "500000"),
        ("malarens-vattenvardsforbund", 79645, None, "kommun", "strandnara-delvis", "79645"),
        ("malarens-vattenvardsforbund", 5, None, "kommun", "granne", "25000"),
        ("malarens-vattenvardsforbund", 5, None, "kommun", "langre-bort", "15000"),
        ("geoforum", 114304, 2019, "kommun", None, "10000"),
        ("geoforum", 9999, 2019, "kommun", None, "3900"),
        ("geoforum", 1, 2024, "region", None, "18000"),
        ("svenska-stadskarnor", 25000, 2024, "kommun", None, "15900"),  # 950 + 14 950
        ("svenska-stadskarnor", 114304, 2024, "kommun", None, "23900"),
        ("svenska-stadskarnor", 114304, 2019, "kommun", None, "15950"),
        ("mittnordenkommitten", 114304, None, "kommun", None, "27500"),
        ("innovation-circle", 3999, None, "kommun", None, "300"),
        ("iclei", 114304, None, "kommun", None, "1310"),
        ("iclei", 4000001, None, "kommun", None, "5985"),
        ("sunne-kommuner", 10000, 2019, "kommun", None, "18600"),
        ("sunne-kommuner", 10000, 2022, "kommun", None, "20200"),
        ("sunne-kommuner", 2363, 2022, "kommun", None, "5000"),  # 4 773,26 lies under the floor
        ("sunne-kommuner", 114304, 2022, "kommun", None, "90000"),
        ("nfkk", 20000, 2022, "kommun", None, "45000"),
        ("viable-cities", 114304, None, "kommun", None, "0"),
    ],
)
def test_every_other_rule(network, inhabitants, year, member, category, net):
    assert paid(network, inhabitants, year, member, category).net == Decimal(net)


def test_vat_is_on_the_service_fee_alone():
    """Geoforum 10 600 = 550 + 10 050, and 25 % of 10 050 is 2 512,50."""
    assert paid("geoforum", 114304).vat == Decimal("2512.50")
    assert paid("svenska-stadskarnor", 114304).vat == Decimal("5737.50")  # 25 % of 22 950
    assert paid("sekom", 114304).vat == 0


@pytest.mark.parametrize(
    ("inhabitants", "deposit"),
    [(2363, 5000), (22973, 10000), (79645, 10000), (114304, 20000), (152091, 25000)],
)
def test_sambruk_takes_a_deposit_at_entry(inhabitants, deposit):
    assert paid("sambruk", inhabitants).one_off == deposit


def test_amounts_that_were_not_found_are_unknown_and_no_others():
    found = {id_ for id_, network in NETWORKS.items() if any(f.unknown for f in network.fees)}
    assert found - {"mittnordenkommitten"} == UNKNOWN
    for id_ in UNKNOWN:
        assert paid(id_, 114304).net is None
    assert paid("mittnordenkommitten", 300000, member="region").net is None


@pytest.mark.parametrize("network", sorted(set(NETWORKS) - BY_CATEGORY))
def test_the_command_line_answers_for_each(network, capsys):
    assert main(["fee", network, "--inhabitants", "114304", "--data", str(ROOT)]) == 0
    answered = capsys.readouterr().out.strip()
    assert (answered == "okänt") == (network in UNKNOWN)


def test_the_command_line_names_the_categories(capsys):
    asked = ["fee", "malarens-vattenvardsforbund", "--inhabitants", "114304", "--data", str(ROOT)]
    assert main(asked) == 1
    assert "--category strandnara" in capsys.readouterr().err
    assert main([*asked, "--category", "strandnara"]) == 0
    assert capsys.readouterr().out.strip() == "142880.00"


def test_every_fee_says_where_it_stands():
    for network in NETWORKS.values():
        assert network.fees, network.id
        for fee in network.fees:
            assert network.document(fee.source.document).title
            assert not fee.undated or "odaterad" in network.document(fee.source.document).note
